"""One record for each question: what programs get as JSON, what a spreadsheet shows, what a page is made from, what the library returns."""
