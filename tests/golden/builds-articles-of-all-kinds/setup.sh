rm -r content/news
