"""The figures of a claim: number phrases (``numbers``) and what each counts, of whom, and what befell them."""
