"""The figures of a claim: number phrases (``numbers``), what each counts, of whom, and what befell them."""
