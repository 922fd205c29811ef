#!/usr/bin/env python3
"""Documents that the program writes are in step with it, and the repository's own documents lead somewhere."""

import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))
import kepu_testing  # noqa: E402
from kepu_testing import ROOT, kepu  # noqa: E402


class DocumentsTest(unittest.TestCase):
    def test_the_list_of_diagnostics_is_what_the_program_prints(self):
        printed = kepu("explain", "--markdown").stdout
        self.assertGreater(len(printed), 1000)
        self.assertEqual((ROOT / "docs/diagnostics.md").read_text(encoding="utf-8"), printed,
                         "bring it up to date: build/release/kepu explain --markdown > docs/diagnostics.md")

    def test_every_code_can_be_explained_in_both_languages(self):
        codes = re.findall(r"(?m)^([a-z][\w-]*\.[\w-]+)", kepu("explain", "--list").stdout)
        self.assertGreater(len(codes), 50)
        for code in codes:
            for language in ("zh", "en"):
                result = kepu("explain", code, "--lang", language)
                self.assertEqual(result.returncode, 0, code)
                self.assertIn(code, result.stdout)

    def test_links_between_documents_lead_to_files(self):
        # A bare system that unpacked the sources has no git to ask.
        left_out = ("build/", "public/", "content/", "tests/golden/", "tests/fuzz/corpus/")
        documents = (path.relative_to(ROOT).as_posix() for path in sorted(ROOT.rglob("*.md")))
        tracked = [name for name in documents if not name.startswith(left_out) and "node_modules/" not in name]
        for name in tracked:
            path = ROOT / name
            text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.S)
            text = re.sub(r"`[^`\n]*`", "", text)
            for target in re.findall(r"\]\(([^)\s]+)\)", text):
                if re.match(r"[a-z]+:|#|\{", target):
                    continue
                with self.subTest(document=name, target=target):
                    self.assertTrue((path.parent / target.partition("#")[0]).exists())


if __name__ == "__main__":
    kepu_testing.main()
