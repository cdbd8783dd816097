# What contributors run. `just` lists it; each line can also be typed by hand.
python := if path_exists(".venv/bin/python") == "true" { ".venv/bin/python" } else { "python3" }

_list:
    @just --list --unsorted

# make .venv with everything for working on the project
setup:
    python3 -m venv .venv
    .venv/bin/python -m pip install -q -e '.[dev,docs,notebook,browser]' uv

# style, types and tests: what has to pass before a change goes in
check: && test
    {{python}} -m ruff check .
    {{python}} -m ruff format --check .
    {{python}} -m mypy

# the tests; further words go to pytest
test *words:
    {{python}} -m pytest -n auto {{words}}

# the tests under another Python, such as 3.13 or a path, with the versions of the lock file; further words go to pytest
test-with version *words:
    {{python}} -m uv run -q --isolated --frozen --python {{version}} --extra test python -m pytest {{words}}

# a network that learns from teachers, from the folders of the corpora, in a folder for what lies between
teach data work:
    {{python}} -m unspoken.training.one_pass.prepare {{data}} {{work}}
    {{python}} -m unspoken.training.one_pass.adapt cased {{work}}
    {{python}} -m unspoken.training.one_pass.adapt teacher {{work}}
    for name in cased teacher second pupil tuned; do {{python}} -m unspoken.training.one_pass $name {{data}} {{work}} || exit; done

# speed, memory and how both grow, as ratios to a reference work on the same machine
bench *words:
    {{python}} -m bench {{words}}

# the documentation as web pages, in docs/_build
docs:
    {{python}} -m sphinx -W -q -b html docs docs/_build

# the JSON Schema of the public format, from the records
schema:
    {{python}} -m unspoken.exports.schema schema/story-v1.schema.json

# the layers of the story that ships, to be compared with by the tests; read the difference before it is committed
golden:
    {{python}} -m tests.golden.layers

# the table of stages in the page on the architecture, from the code
stages:
    {{python}} -m docs.stages

# the page on the tables, from their declarations
tables:
    {{python}} -m docs.tables

# everything in the repository that is made from the code: after a change of records, stages or words
generated: schema stages tables golden picture page pictures

# the picture in the README, from what the program prints
picture:
    {{python}} -m docs.picture docs/picture.svg

# the page of `unspoken open`, from its sources; needs Node
page:
    npm --prefix frontend ci
    npm --prefix frontend run check
    npm --prefix frontend test
    npm --prefix frontend run build

# the pictures of that page in the documentation; needs Chromium
pictures:
    {{python}} -m docs.pictures docs/pictures

# how soon a story that was read (a JSON file) is on the page, and how smoothly it scrolls; needs Chromium
bench-page story:
    {{python}} -m bench.browser {{story}}

# how long searches in a library of 1,000 works take, made of stories that were read (JSON files)
bench-library *stories:
    {{python}} -m bench.library {{stories}}

# `unspoken corpus` on two workers (and on Ray: --ray) as a ratio to reading alone, on works cut from a folder of novels
bench-corpus novels *words:
    {{python}} -m bench.corpus {{novels}} {{words}}

# the same bytes after kills at random moments
bench-kills *words:
    {{python}} -m bench.kills {{words}}

# odd and broken input, for so many minutes
fuzz *words:
    {{python}} -m fuzz {{words}}

# the lock file, after a change of dependencies
lock:
    {{python}} -m uv lock

# from the lock file, what pip needs to install exactly these versions with their digests checked, and to build with
requirements:
    {{python}} -m uv export -q --frozen --no-dev --no-emit-project --no-header --format requirements.txt -o requirements.lock >/dev/null
    echo 'hatchling>=1.27' | {{python}} -m uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header -c requirements.lock -o requirements-build.lock - >/dev/null

# the bill of materials of a release: packages, weights and data with digests and licences, as CycloneDX
sbom file="dist/unspoken.cdx.json":
    {{python}} -m release.sbom {{file}}
