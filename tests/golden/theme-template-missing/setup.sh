rm themes/tiny/templates/term.html
