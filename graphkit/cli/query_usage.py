"""What is said of a query's parameters where they are given as arguments or options of their own."""

from __future__ import annotations

import shlex

import typer

from graphkit.cli.terminal import Format
from graphkit.cli.usage import AdvisingCommand, line_instead, names_store, refuse, shown

_PARAMETERS = "A parameter of a query is given by --param"


class QueryCommand(AdvisingCommand):
    """`query`: it knows what its queries want, and says how that is given."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Parse the command line.

        Raises:
            Exit: also where a parameter of the query, or a format, is given as an option.
        """
        known = {*ctx.help_option_names, *(option for its in self.params for option in its.opts)}
        unknown = [word for word in args if word.startswith("--") and word.partition("=")[0] not in known]
        advice = self._on_option(ctx, args, args.index(unknown[0])) if unknown else None
        if advice:
            refuse(ctx, advice)
        return super().parse_args(ctx, args)

    def advice(self, ctx: typer.Context, given: list[str], surplus: list[str]) -> str | None:
        """What else to say: a named query that words follow is told how to be given them."""
        query = ctx.params["question"]
        parameters = _parameters_of(query)
        if not surplus or parameters is None or any(map(names_store, surplus)):
            return super().advice(ctx, given, surplus)
        if not parameters:
            return line_instead(f"{query} has no parameters", ctx, query)
        pairs = [shlex.quote(f"{name}={word}") for name, word in zip(parameters, surplus, strict=False)]
        return line_instead(_PARAMETERS, ctx, query, *(word for pair in pairs for word in ("--param", pair)))

    def _on_option(self, ctx: typer.Context, args: list[str], place: int) -> str | None:
        """What to say of an option that the command does not have."""
        before, (word, after, *_) = args[:place], [*args[place:], ""]
        name, equals, value = word.removeprefix("--").partition("=")
        if name in list(Format):
            return line_instead("A format is named by --format", ctx, *map(shown, before), "--format", name)
        if before and (name in (_parameters_of(before[0]) or ()) or f"${name}" in before[0]):
            pair = shlex.quote(f"{name}={value if equals else after}")
            return line_instead(_PARAMETERS, ctx, *map(shown, before), "--param", pair)
        return None


def _parameters_of(query: str) -> list[str] | None:
    """The names of a named query's parameters; none where no query has that name."""
    from graphkit.queries import list_queries

    return next(([parameter.name for parameter in its.parameters] for its in list_queries() if its.name == query), None)
