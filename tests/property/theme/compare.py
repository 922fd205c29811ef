#!/usr/bin/env python3
"""Renders templates with kepu and with Jinja2 and compares the output byte for byte.

compare.py DRIVER table FILE…          every case of the tables
compare.py DRIVER random COUNT SEED    templates made by generate.py

A table has one case per line. Lines that start with # are comments; ↵ stands for a line end, ␠ for a blank.
  @context {JSON}         what following cases see; also forgets templates and globals
  @globals {JSON}         the shared names that imported templates see, too
  @template NAME TEXT     another template for the following cases
  !CODE TEXT              a template that kepu refuses with this diagnostic, whatever Jinja2 does
  TEXT                    a template that both render alike
"""
import json
import subprocess
import sys
from pathlib import Path

import jinja2
import markupsafe

import generate


def to_python(value):
    """The values that JSON lacks, as in render_cases.cpp."""
    if isinstance(value, list):
        return [to_python(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$safe" in value:
        return markupsafe.Markup(value["$safe"])
    if "$tuple" in value:
        return tuple(to_python(item) for item in value["$tuple"])
    if "$float" in value:
        return float(value["$float"])
    if "$undefined" in value:
        return jinja2.Undefined(name="undefined")
    return {key: to_python(item) for key, item in value.items()}


def render_with_jinja(case):
    """The text, or None and the error."""
    environment = jinja2.Environment(
        autoescape=True, loader=jinja2.DictLoader(case["templates"]))
    environment.globals.update(to_python(case["globals"]))
    try:
        page = environment.get_template(case["main"])
        return page.render(to_python(case["context"])), None
    except Exception as error:  # Jinja2 lets errors of Python itself through.
        return None, f"{type(error).__name__}: {error}"


def render_with_kepu(driver, cases):
    requests = "".join(json.dumps(case) + "\n" for case in cases)
    done = subprocess.run([driver], input=requests, capture_output=True, text=True, check=False)
    lines = done.stdout.split("\n")[:-1]
    if done.returncode != 0 or len(lines) != len(cases):
        sys.exit(f"the driver stopped with {done.returncode} after {len(lines)} of "
                 f"{len(cases)} cases:\n{cases[min(len(lines), len(cases) - 1)]}\n{done.stderr}")
    return [json.loads(line) for line in lines]


def read_table(path):
    """Yields (where, expected code or None, case)."""
    context, globals_, templates = {}, {}, {}
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        text = line.replace("↵", "\n").replace("␠", " ")
        where = f"{path.name}:{number}"
        if not line or line.startswith("#"):
            continue
        if line.startswith("@context "):
            context, globals_, templates = json.loads(text[len("@context "):]), {}, {}
        elif line.startswith("@globals "):
            globals_ = json.loads(text[len("@globals "):])
        elif line.startswith("@template "):
            _, name, source = text.split(" ", 2)
            templates = {**templates, name: source}
        else:
            code = None
            if line.startswith("!"):
                code, text = text[1:].split(" ", 1)
            yield where, code, {"templates": {**templates, "main": text}, "main": "main",
                                "context": context, "globals": globals_}


def judge(code, result, expected, error, both_may_fail):
    """What is wrong, or None."""
    if code is not None:
        if result.get("code") != code:
            return f"kepu should refuse with {code}"
        return None
    if expected is None:
        return None if both_may_fail and "code" in result else f"Jinja2 fails: {error}"
    if "code" in result:
        return f"only kepu fails: {result['code']}: {result['message']}"
    return None if result["text"] == expected else "different output"


# What random templates may be refused for: kepu's own, documented limits.
REFUSALS = {"template.unsupported", "template.not-printable", "template.unsafe", "template.limit"}


def compare(driver, cases, refusals=frozenset(), both_may_fail=False):
    cases = list(cases)
    results = render_with_kepu(driver, [case for _, _, case in cases])
    failures = refused = rendered = 0
    for (where, code, case), result in zip(cases, results):
        # What kepu bounds could take all memory there.
        expected, error = (None, None) if code else render_with_jinja(case)
        rendered += "text" in result
        fault = judge(code, result, expected, error, both_may_fail)
        if fault and result.get("code") in refusals and expected is not None:
            refused += 1
            continue
        if fault:
            failures += 1
            print(f"{where}: {fault}")
            print(f"  templates {json.dumps(case['templates'], ensure_ascii=False)}")
            print(f"  context   {json.dumps(case['context'], ensure_ascii=False)}")
            if not code:
                print(f"  jinja2    {expected!r} {error or ''}")
            print(f"  kepu      {result.get('text', result)!r}")
    print(f"{len(cases)} cases, {rendered} rendered, {refused} refused, {failures} failures")
    return failures == 0


def main():
    driver, mode = sys.argv[1:3]
    if mode == "table":
        cases = (case for path in sys.argv[3:] for case in read_table(Path(path)))
        sys.exit(0 if compare(driver, cases) else 1)
    count, seed = int(sys.argv[3]), int(sys.argv[4])
    cases = ((f"seed {seed} number {i}", None, generate.make_case(seed, i)) for i in range(count))
    sys.exit(0 if compare(driver, cases, REFUSALS, both_may_fail=True) else 1)


if __name__ == "__main__":
    main()
