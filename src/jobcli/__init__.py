"""jobcli, the career explorer for the terminal: what is this job, what would it pay me, how do I get there?"""

__version__ = "0.1.0"
