@rem package.json says "exec" so that on Unix a signal to npm reaches the script. Windows has no such word: this is it.
@%*
