"""Bad connections and bad days, made on purpose."""
