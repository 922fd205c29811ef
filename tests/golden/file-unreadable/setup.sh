ln -s /etc/hostname content/news/bad.md
