"""Random templates from the grammar, for the comparison with Jinja2.

Expressions use variables, few literals: Jinja2 computes constants while compiling, by slightly different rules.
Everything depends on the seed and the number alone, so a failure can be made again.
"""
import random

CONTEXT = {
    "i": 7, "j": -3, "z": 0, "d": 2.5, "t": True, "f": False, "n": None,
    "s": "a<b & 'c'", "w": "the quick Brown fox", "e": "", "han": "碳达峰 与 碳中和",
    "h": {"$safe": "<em>x &amp; y</em>"},
    "l": [3, 1, 2], "el": [], "words": ["pear", "Apple", "<fig>"], "mixed": [1, "a", None, 2.5, True],
    "pairs": [["a", 1], ["b", 2]],
    "m": {"a": 1, "b": "two", "c": [1, 2]}, "em": {},
    "users": [{"name": "Zoe", "age": 30, "tags": ["x"]}, {"name": "amy", "age": 25, "tags": []},
              {"name": "Bob", "age": 30, "tags": ["y", "z"]}],
    "safes": ["<a>", {"$safe": "<b>"}],
    "tu": {"$tuple": [1, "x"]},
}

NUMBERS = ["i", "j", "z", "d", "t", "loop.index"]
TEXTS = ["s", "w", "e", "han", "h"]
LISTS = ["l", "el", "words", "mixed", "users", "pairs", "safes", "tu", "m.c", "w", "m"]
ANY = NUMBERS[:-1] + TEXTS + LISTS + ["n", "f", "m", "em", "missing", "m.a", "m.zz", "m.b", "users[0]",
                                      "users[1].name", "pairs[0][1]", "l[1]", "words[-1]", "han[0]"]

TEXT_FILTERS = ["upper", "lower", "capitalize", "title", "trim", "e", "string", "length", "wordcount",
                "reverse", "first", "last", "list", "striptags", "urlencode", "center(9)", "truncate(9)",
                "truncate(6, true)", "truncate(7, false, '…', 0)", "replace('a', '<')", "replace(s, h)",
                "replace('e', h)", "indent", "indent(2, true)", "wordwrap(6)", "default('d', true)",
                "tojson", "forceescape", "int", "float", "trim('ae')", "replace('b', 'x', 1)", "unique|list"]
LIST_FILTERS = ["length", "first", "last", "join", "join(', ')", "join(h)", "join(s)", "list", "reverse|list",
                "sort", "sort(true)", "unique|list", "batch(2)|list", "batch(2, '-')|list", "slice(2)|list",
                "slice(3, h)|list", "map('string')|list", "map('upper')|join", "map('e')|join(s)",
                "select|list", "reject|list", "select('string')|list", "reject('none')|list", "tojson",
                "map('length')|list", "min", "max", "sum", "select('defined')|join('|')", "string",
                "map('default', 'x')|list", "select('in', l)|list", "map('first')|list", "default('d')"]
USER_FILTERS = ["map(attribute='name')|join(', ')", "map(attribute='zz')|list", "sort(attribute='name')|length",
                "selectattr('age', 'gt', 26)|map(attribute='name')|list", "sum('age')", "rejectattr('tags')|list",
                "groupby('age')|length", "map(attribute='tags')|map('length')|list", "selectattr('zz', 'undefined')|list|length",
                "sort(attribute='age,name', reverse=true)|map(attribute='name')|join", "unique(attribute='age')|list",
                "max(attribute='age')", "map(attribute='tags.0', default='-')|list"]
NUMBER_FILTERS = ["abs", "round", "round(1)", "int", "float", "string", "round(0, 'floor')", "round(1, 'ceil')",
                  "default(5)", "e", "tojson", "filesizeformat"]
TESTS = ["defined", "undefined", "none", "string", "number", "mapping", "sequence", "iterable", "true", "false",
         "boolean", "integer", "float", "lower", "upper", "escaped", "callable"]
BINARY = ["+", "-", "*", "/", "//", "%", "~", "~", "==", "!=", "<", ">=", "in", "not in", "and", "or"]


class Maker:
    def __init__(self, seed, may_include=True):
        self.may_include = may_include
        self.random = random.Random(seed)
        self.names = []
        self.macros = []
        self.loops = 0
        self.blocks = 0

    def pick(self, options):
        return self.random.choice(options)

    def chance(self, share):
        return self.random.random() < share

    def name(self):
        return self.pick(self.names) if self.names and self.chance(0.4) else self.pick(ANY)

    def expression(self, depth):
        kind = self.random.randrange(16) if depth > 0 else 0
        if kind <= 2:
            return self.name()
        if kind == 3:
            return f"{self.pick(TEXTS)}|{self.pick(TEXT_FILTERS)}"
        if kind == 4:
            return f"{self.pick(LISTS)}|{self.pick(LIST_FILTERS)}"
        if kind == 5:
            return f"users|{self.pick(USER_FILTERS)}"
        if kind == 6:
            return f"{self.pick(NUMBERS[:-1])}|{self.pick(NUMBER_FILTERS)}"
        if kind in (7, 8):
            left, right = self.expression(depth - 1), self.expression(depth - 1)
            return f"(({left}) {self.pick(BINARY)} ({right}))"
        if kind == 9:
            operator = self.pick(["+", "-", "*", "/", "//", "%", "<", "==", ">", "<="])
            return f"{self.pick(NUMBERS[:-1])} {operator} {self.pick(NUMBERS[:-1])}"
        if kind == 10:
            return f"({self.name()} is {self.pick(['', 'not '])}{self.pick(TESTS)})"
        if kind == 11:
            other = f" else {self.expression(depth - 1)}" if self.chance(0.7) else ""
            return f"({self.expression(depth - 1)} if {self.expression(depth - 1)}{other})"
        if kind == 12:
            bounds = [self.pick(["", "1", "-1", "z", "i", "j"]) for _ in range(3)]
            slices = ":".join(bounds if self.chance(0.4) and bounds[2] != "z" else bounds[:2])
            return f"{self.pick(TEXTS + LISTS[:5])}[{slices}]"
        if kind == 13:
            parts = ", ".join(self.expression(depth - 1) for _ in range(self.random.randrange(3)))
            return self.pick([f"[{parts}]", f"({parts},)" if parts else "()",
                              f"{{'k': {self.expression(depth - 1)}}}"])
        if kind == 14:
            return f"(not ({self.expression(depth - 1)}))"
        if self.macros:
            return f"{self.pick(self.macros)}({self.expression(depth - 1)})"
        return "range(i)|" + self.pick(["list", "sum", "last", "join", "batch(3)|list", "select('odd')|list"])

    def tag(self, text):
        left = self.pick(["", "", "", "-", "+"])
        right = self.pick(["", "", "", "-", "+"])
        return f"{{%{left} {text} {right}%}}"

    def data(self):
        return self.pick(["x", " ", "\n", "\n  ", "<b>", "", " · ", "{ }", "碳\n", "\t", "　"])

    def body(self, depth, inside=""):
        return "".join(self.statement(depth, inside) for _ in range(self.random.randrange(1, 4)))

    def new_name(self):
        name = self.pick(["va", "vb", "vc", "s", "i", "l"])
        if name not in self.names:
            self.names.append(name)
        return name

    def statement(self, depth, inside):
        kind = self.random.randrange(17) if depth > 0 else self.random.randrange(4)
        if kind <= 1:
            left, right = self.pick(["", "", "-"]), self.pick(["", "", "-"])
            return f"{{{{{left} {self.expression(2)} {right}}}}}"
        if kind <= 3:
            return self.data()
        if kind in (4, 5):
            return self.for_loop(depth, inside)
        if kind in (6, 7):
            text = self.tag(f"if {self.expression(1)}") + self.body(depth - 1, inside)
            if self.chance(0.3):
                text += self.tag(f"elif {self.expression(1)}") + self.body(depth - 1, inside)
            if self.chance(0.5):
                text += self.tag("else") + self.body(depth - 1, inside)
            return text + self.tag("endif")
        if kind in (8, 9):
            value = self.expression(2)
            return self.tag(f"set {self.new_name()} = {value}")
        if kind == 10:
            inner = self.body(depth - 1, inside)
            chosen = self.pick(["", "", " | upper", " | replace('b', 'c')"])
            return self.tag(f"set {self.new_name()}{chosen}") + inner + self.tag("endset")
        if kind == 11:
            chosen = self.pick(["upper", "lower", "trim", "replace('x', 'y')", "indent(2)", "e", "center(30)"])
            return self.tag(f"filter {chosen}") + self.body(depth - 1, inside) + self.tag("endfilter")
        if kind == 12:
            value = self.expression(1)
            return self.tag(f"with {self.new_name()} = {value}") + self.body(depth - 1, inside) + self.tag("endwith")
        if kind == 13:
            return self.macro(depth)
        if kind == 14 and self.macros:
            text = self.tag(f"call {self.pick(self.macros)}({self.expression(1)})")
            return text + self.body(depth - 1, inside) + self.tag("endcall")
        if kind == 15:
            self.blocks += 1
            scoped = self.pick(["", " scoped"])
            return self.tag(f"block b{self.blocks}{scoped}") + self.body(depth - 1) + self.tag("endblock")
        if not self.may_include:
            return self.data()
        return self.tag("include 'part'" + self.pick(["", " without context", " ignore missing"]))

    def for_loop(self, depth, inside):
        source = self.pick(LISTS + ["missing", "range(4)", "users|sort(attribute='name')", "l|map('string')"])
        target = self.pick(["x", "y", "s"])
        if target not in self.names:
            self.names.append(target)
        condition = self.pick(["", "", f" if {target}", f" if {target} is string", f" if loop is defined or {target}"])
        body = self.body(depth - 1, "loop")
        for attribute in ("index", "last", "length", "revindex0", "previtem is defined", "nextitem", "first"):
            if self.chance(0.15):
                body += f"{{{{ loop.{attribute} }}}}"
        if self.chance(0.2):
            body += f"{{{{ loop.cycle(s, h) }}}}{{{{ loop.changed({target}) }}}}"
        other = self.tag("else") + self.body(depth - 1, inside) if self.chance(0.3) else ""
        return self.tag(f"for {target} in {source}{condition}") + body + other + self.tag("endfor")

    def macro(self, depth):
        name = f"mac{len(self.macros)}"
        parameters = self.pick(["a", "a, b=i", "a=s, b=a", "a, b=none"])
        before = list(self.names)
        self.names += ["a"] + (["b"] if "b" in parameters else [])
        body = self.body(depth - 1)
        if self.chance(0.4):
            body += "{{ caller() if caller else '' }}"
        self.names = before
        self.macros.append(name)
        return self.tag(f"macro {name}({parameters})") + body + self.tag("endmacro")


def make_case(seed, number):
    maker = Maker(f"{seed}/{number}")
    part = Maker(f"{seed}/{number}/part", may_include=False).body(1)
    templates = {"part": part}
    main = "".join(maker.statement(3, "") for _ in range(maker.random.randrange(1, 6)))
    if maker.blocks and maker.chance(0.5):
        templates["parent"] = main
        child = Maker(f"{seed}/{number}/child")
        main = "{% extends 'parent' %}"
        for block in range(1, maker.blocks + 1):
            if child.chance(0.6):
                above = child.pick(["", "{{ super() }}"])
                inner = child.body(1).replace("{% block b", "{% block inner")
                main += f"{{% block b{block} %}}{above}{inner}{{% endblock %}}"
        main = main.replace("endblock b", "endblock")
    templates["main"] = main
    return {"templates": templates, "main": "main", "context": CONTEXT, "globals": {"g": "global <g>"}}
