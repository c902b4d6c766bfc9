"""What is said of arguments in the wrong place: how the line has to go instead."""

from __future__ import annotations

import shlex
from pathlib import Path

import typer
from typer.core import TyperCommand, TyperGroup

from graphkit.cli.options import DEFAULT_STORE
from graphkit.cli.terminal import printable
from graphkit.stores import SERVER_SCHEMES

_STORE_ENDING = Path(DEFAULT_STORE).suffix


class AdvisingCommand(TyperCommand):
    """A command that takes neither stores nor surplus words for its arguments, and says what to do with them."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the command line.

        Raises:
            UsageError: it has a word too many, or a store where something else belongs.
        """
        ctx.allow_extra_args = True
        surplus = super().parse_args(ctx, args)
        advice = None if ctx.resilient_parsing else self._advice(ctx, surplus)
        if advice:
            ctx.fail(advice)
        return surplus

    def _advice(self, ctx: typer.Context, surplus: list[str]) -> str | None:
        declared = [its for its in self.params if its.param_type_name == "argument"]
        taken = [ctx.params[its.name] for its in declared if its.name]
        given = [word for value in taken for word in (value if isinstance(value, list) else [value])] + surplus
        options = {option for its in self.params for option in its.opts}
        places = [("--store", word) for word in given if _names_store(word)]
        places += [("--graph", word) for word in surplus if word.endswith(".json")]
        for option, word in places:
            if option in options:
                others = [shlex.quote(other) for other in given if other != word]
                others = others or [its.metavar or "" for its in declared]
                shown = "URL" if "@" in word else shlex.quote(word)  # never a password
                return _line(f"A {option[2:]} is named by {option}", ctx, *others, option, shown)
        if len(declared) == 1 and (surplus or _is_cut_path(given)):
            said = f"One argument is wanted, and there are {len(given)}. Put it in quotes"
            return _line(said, ctx, shlex.quote(" ".join(given)))
        if surplus:
            return _line(f"Nothing can be done with {', '.join(map(repr, surplus))}. What can be given", ctx, "--help")
        return None


class AdvisingGroup(TyperGroup):
    """All commands; it says where an option belongs that stands before the command."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the command line as far as the command's name.

        Raises:
            UsageError: an option of a command stands before the command.
        """
        own = {*ctx.help_option_names, *(option for its in self.params for option in its.opts)}
        option = args[0].partition("=")[0] if args else ""
        if option.startswith("-") and option not in own:
            said = f"graphkit itself has no option {option}; those of a command go behind it"
            ctx.fail(_line(said, ctx, "COMMAND", option, "…"))
        return super().parse_args(ctx, args)


def _names_store(word: str) -> bool:
    scheme, is_address, _ = word.partition("://")
    return scheme in SERVER_SCHEMES if is_address else word.endswith(_STORE_ENDING)


def _is_cut_path(words: list[str]) -> bool:
    """Whether a path was not put in quotes, so that the shell cut it at its spaces."""
    return len(words) > 1 and Path(" ".join(words)).exists() and not any(Path(word).exists() for word in words)


def _line(said: str, ctx: typer.Context, *words: str) -> str:
    """What is wrong, and how the command line goes instead."""
    return printable(f"{said}: {' '.join([ctx.command_path, *words])}")
