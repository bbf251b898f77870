"""What every page is made of, and how a page becomes a screen, lines, Markdown, HTML, SVG or CSV."""
