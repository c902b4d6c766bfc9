"""What is said of arguments that are missing or in the wrong place: how the line has to go instead."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from graphkit.cli.options import DEFAULT_STORE
from graphkit.cli.terminal import printable, say_error
from graphkit.stores import SERVER_SCHEMES

_STORE_ENDING = Path(DEFAULT_STORE).suffix


class AdvisingCommand(TyperCommand):
    """A command that says of what is missing, in the wrong place or too much how its line goes instead."""

    def collect_usage_pieces(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """The usage line: what must be given, as it is written, then the options."""
        return [*(_placeholder(its) for its in self.params if its.required), "[OPTIONS]"]

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the command line.

        Raises:
            Exit: something is missing, or it has a word too many, or a store where something else belongs.
        """
        ctx.allow_extra_args = True
        given = list(args)
        try:
            surplus = super().parse_args(ctx, args)
        except typer.BadParameter as error:
            if error.message:  # else nothing is wrong but that it is missing
                raise
            refuse(ctx, self._what_is_missing(ctx, given))
        advice = None if ctx.resilient_parsing else self.advice(ctx, given, surplus)
        if advice:
            refuse(ctx, advice)
        return surplus

    def _what_is_missing(self, ctx: typer.Context, given: list[str]) -> str:
        missing = [its for its in self.params if its.required and its.name not in ctx.params]
        names = " and ".join(_name(its) for its in missing)
        said = f"{names} {'is' if len(missing) == 1 else 'are'} missing"
        (example, *_) = re.findall(r"Example: graphkit \S+ (.+)", self.help or "")
        if any(its.param_type_name == "argument" for its in missing):
            return line_instead(f"{said}. For example", ctx, example)
        options = (re.search(rf"{_name(its)} \S+", example) for its in missing)
        return line_instead(said, ctx, *map(shown, given), *(found.group() for found in options if found))

    def advice(self, ctx: typer.Context, given: list[str], surplus: list[str]) -> str | None:
        """What to say of a command line that could be parsed: none where nothing is wrong with it.

        Args:
            ctx: what was parsed.
            given: the words of the command line.
            surplus: those of them that nothing was made of.
        """
        return self._on_arguments(ctx, surplus) or self._on_graphs(ctx, given)

    def _on_graphs(self, ctx: typer.Context, given: list[str]) -> str | None:
        """What to say of two graphs, of a store that is named as a file, and the other way round."""
        named = [word.partition("=")[0] for word in given if word.startswith(("--store", "--graph"))]
        if len(named) > 1:
            return line_instead(f"One graph is wanted, and {' and '.join(named)} name {len(named)}", ctx, named[0], "…")
        if "graph" in ctx.params and str(ctx.params["store"]).endswith(".json"):
            return line_instead("A graph file is named by --graph", ctx, "--graph", shlex.quote(ctx.params["store"]))
        if ctx.params.get("graph") is not None and names_store(str(ctx.params["graph"])):
            return line_instead("A store is named by --store", ctx, "--store", shlex.quote(str(ctx.params["graph"])))
        return None

    def _on_arguments(self, ctx: typer.Context, surplus: list[str]) -> str | None:
        declared = [its for its in self.params if its.param_type_name == "argument"]
        taken = [ctx.params[its.name] for its in declared if its.name]
        given = [word for value in taken for word in (value if isinstance(value, list) else [value])] + surplus
        options = {option for its in self.params for option in its.opts}
        places = [("--store", word) for word in given if names_store(word)]
        places += [("--graph", word) for word in surplus if word.endswith(".json")]
        for option, word in places:
            if option in options:
                others = [shlex.quote(other) for other in given if other != word]
                others = others or [its.metavar or "" for its in declared]
                return line_instead(f"A {option[2:]} is named by {option}", ctx, *others, option, shown(word))
        if len(declared) == 1 and len(given) > 1 and surplus and all(map(_is_path, given)):
            return line_instead(f"One argument is wanted, and there are {len(given)}", ctx, shlex.quote(given[0]))
        if len(declared) == 1 and (surplus or _is_cut_path(given)):
            said = f"One argument is wanted, and there are {len(given)}. Put it in quotes"
            return line_instead(said, ctx, shlex.quote(" ".join(given)))
        if surplus:
            return line_instead(
                f"Nothing can be done with {', '.join(map(repr, surplus))}. What can be given", ctx, "--help"
            )
        return None


class AdvisingGroup(TyperGroup):
    """All commands; it says where an option belongs that stands before the command, and what is one."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the command line as far as the command's name.

        Raises:
            Exit: an option of a command stands before the command, or what is an option stands for one.
        """
        if args[:1] == ["help"]:
            refuse(ctx, line_instead("Help is an option", ctx, *args[1:], "--help"))
        if args[:1] == ["version"]:
            refuse(ctx, line_instead("The version is told by an option", ctx, "--version"))
        own = {*ctx.help_option_names, *(option for its in self.params for option in its.opts)}
        option = args[0].partition("=")[0] if args else ""
        if option.startswith("-") and option not in own:
            said = f"graphkit itself has no option {option}; those of a command go behind it"
            refuse(ctx, line_instead(said, ctx, "COMMAND", option, "…"))
        return super().parse_args(ctx, args)


# What typer calls a parameter has no public name, and another one in other versions.
def _name(parameter: Any) -> str:
    return str(parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar)


def _placeholder(parameter: Any) -> str:
    """How the usage line writes it: `PATH...` or `-o FILE`."""
    return " ".join(dict.fromkeys((_name(parameter), parameter.metavar)))


def shown(word: str) -> str:
    """A word of the command line as it can be given again; never a password."""
    return "URL" if "@" in word else shlex.quote(word)


def names_store(word: str) -> bool:
    """Whether a word is a server's address, or ends as a store's file does."""
    scheme, is_address, _ = word.partition("://")
    return scheme in SERVER_SCHEMES if is_address else word.endswith(_STORE_ENDING)


def _is_cut_path(words: list[str]) -> bool:
    """Whether a path was not put in quotes, so that the shell cut it at its spaces."""
    return len(words) > 1 and _is_path(" ".join(words)) and not any(map(_is_path, words))


def _is_path(word: str) -> bool:
    return os.path.exists(word)  # noqa: PTH110 - Path.exists raises for a word too long to be a name


def refuse(ctx: typer.Context, said: str) -> NoReturn:
    """End with the usage and what is wrong with the command line, which is not folded, so that it can be copied.

    Raises:
        Exit: always, with status 2.
    """
    print(ctx.get_usage(), file=sys.stderr)
    say_error(said)
    raise typer.Exit(2)


def line_instead(said: str, ctx: typer.Context, *words: str) -> str:
    """What is wrong, and how the command line goes instead."""
    return printable(f"{said}: {' '.join([ctx.command_path, *words])}")
