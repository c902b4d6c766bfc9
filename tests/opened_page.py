"""A page in a real Chromium, from the file system, with what it complained of and asked the network for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

WIDE, PHONE = {"width": 1400, "height": 900}, {"width": 390, "height": 844}


class Opened:
    """A page that was opened, with what it complained of and asked the network for."""

    def __init__(self, browser: Browser, file: Path, **context: Any) -> None:
        self.page: Page = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce"} | context).new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())


def contrast(page: Page, selector: str) -> float:
    """The contrast (WCAG 2.1) of the words of an element with what is behind them."""
    ink, paper = page.locator(selector).first.evaluate(
        """element => {
          const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
          let behind = element;
          while (behind && numbers(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
          return [numbers(getComputedStyle(element).color), numbers(getComputedStyle(behind).backgroundColor)];
        }"""
    )
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: list[float]) -> float:
    shares = [share / 255 for share in colour[:3]]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
