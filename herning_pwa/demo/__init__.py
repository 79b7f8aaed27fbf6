"""The demo: two invented families, told as if they had used the app for some weeks."""
