"""What leaves the cabinet and how."""
