"""The four success themes, in what people scored and in what they wrote."""
