// Accessibility. Codes B0901 to B0999.
extension DiagnosticCode {
  /// Every code of this area; a test fails if one that is declared is not listed.
  package static let accessibility: [DiagnosticCode] = [alternativeMissing]

  package static let alternativeMissing = DiagnosticCode(
    "B0901", .warning, "an image has no alternative text",
    """
    The words in the brackets are read aloud to those who cannot see the picture. Without them \
    they learn nothing of it, and stores count the book as not accessible.

    ```chapters/01-one.md bad
    # One

    ![](images/house.svg)
    ```

    ```images/house.svg bad
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```

    Say in one sentence what the picture shows and why it is here:

    ```chapters/01-one.md good
    # One

    ![Our house before the flood, the door still green](images/house.svg)
    ```

    ```images/house.svg good
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">
    <path d="M0 10h40v20H0z"/>
    </svg>
    ```
    """)
}
