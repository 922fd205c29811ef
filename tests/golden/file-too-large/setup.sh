{ printf -- '---\ntitle: 大\ndate: 2024-05-15\n---\n'; head -c 20000000 /dev/zero | tr '\0' x; } > content/news/bad.md
