"""What goes into the wheel instead of YAML: every shipped role, training path and table of figures as msgpack."""

from __future__ import annotations

from pathlib import Path

from jobcli.files.catalog import Catalog
from jobcli.files.figures import FUNDING, INTERESTS, PAYROLL, PLACES, open_arrival, open_contacts, open_drawer
from jobcli.files.shipped import save


def compile_profiles(folder: Path) -> None:
    """Write the records that `shipped.load` finds in `folder`. SystemExit with the places where a profile is broken."""
    catalog = Catalog()
    for role_id in catalog.ids():
        profile = catalog.profile(role_id)
        if profile is not None:
            save(folder, f"roles/{role_id}", profile.role)
    for path_id in catalog.training_ids():
        save(folder, f"training/{path_id}", catalog.training(path_id))
    save(folder, "titles", {role_id: catalog.title(role_id) for role_id in catalog.ids()})
    save(folder, "cards", {entry.id: entry.card for entry in catalog.entries()})
    save(folder, "vocabulary", catalog.vocabulary)
    save(folder, "figures", open_drawer())
    save(folder, "funding", open_drawer(FUNDING))
    save(folder, "payroll", open_drawer(PAYROLL))
    save(folder, "places", open_drawer(PLACES))
    save(folder, "contacts", open_contacts())
    save(folder, "arrival", open_arrival())
    save(folder, "interests", open_drawer(INTERESTS))
    if catalog.problems:
        raise SystemExit(f"profiles have problems: {[problem.place for problem in catalog.problems]}")
