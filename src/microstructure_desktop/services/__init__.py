"""What people can do, one function per action."""
