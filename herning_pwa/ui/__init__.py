"""What two rooms share on the screen: shell, forms, feedback, marks. Knows no domain word."""
