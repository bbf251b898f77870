"""What arrives on the account: figures of payroll, contributions, tax, the payslip."""
