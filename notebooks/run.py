"""Run the notebooks of this folder and keep what they write: `python notebooks/run.py`.

The second one asks a Neo4j as well: GRAPHKIT_NOTEBOOK_NEO4J names an empty one.
"""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

for path in sorted(Path(__file__).parent.glob("*.ipynb")):
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3", coalesce_streams=True).execute()
    for cell in notebook.cells:
        cell.metadata.clear()
    nbformat.validate(notebook)
    nbformat.write(notebook, path)
    print(path.name)
