"""Raise the floors of the quality gate to the present figures: python tests/gold/raise_floors.py

A floor is never lowered. A set of which a text or a gold graph has changed is refused: whoever changes one puts
the new fingerprint (it is named) into floors.json by hand, where a reviewer sees it.
"""

from __future__ import annotations

import sys

from scoring import SETS, fingerprint, raised, read_floors, scored, write_floors


def main() -> int:
    """Raise what can be raised, set by set; 1 when a set was refused."""
    floors = read_floors()
    refused = 0
    for name in SETS:
        known = floors.setdefault(name, {"sha256": fingerprint(name), "floors": {}})
        if known["sha256"] != fingerprint(name):
            print(f"{name}: its articles or gold graphs have changed; their sha256 is {fingerprint(name)}.")
            refused = 1
            continue
        before = known["floors"]
        known["floors"] = raised(before, scored(name)[0])
        for figure, floor in known["floors"].items():
            if floor != before.get(figure):
                print(f"{name}: {figure} {before.get(figure, 0.0):.3f} → {floor:.3f}")
    write_floors(floors)
    return refused


if __name__ == "__main__":
    sys.exit(main())
