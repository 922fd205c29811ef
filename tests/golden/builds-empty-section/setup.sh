rm content/news/first.md
