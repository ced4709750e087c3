/// What someone sees who opens the address itself.
enum HomePage {
    /// Telephone numbers as their owners publish them; checked 2026-11.
    static let text = """
        NEDERLANDS

        Dit is het adres van een vertrouwelijk meldpunt. Iemand kan hier zonder naam iets melden aan een
        vertrouwenspersoon. Deze computer kan meldingen niet lezen.

        In gevaar? Bel 112. Niet dringend, toch politie? 0900-8844.
        Denk je aan zelfmoord? Bel 113 of 0800-0113 (gratis), of kijk op 113.nl.
        Seksueel geweld: Centrum Seksueel Geweld, 0800-0188.
        Geweld thuis: Veilig Thuis, 0800-2000.
        Jonger dan 18? Kindertelefoon, 0800-0432.
        Iemand die luistert: De Luisterlijn, 088-0767 000.

        ENGLISH

        This is the address of a confidential reporting point. People can report something here to a
        confidential counsellor without giving a name. This computer can't read reports.

        In danger? Call 112. Not urgent, but police? 0900-8844.
        Thinking of suicide? Call 113 or 0800-0113 (free), or see 113.nl.
        Sexual violence: Centrum Seksueel Geweld, 0800-0188.
        Violence at home: Veilig Thuis, 0800-2000.
        Under 18? Kindertelefoon, 0800-0432.
        Someone to listen: De Luisterlijn, 088-0767 000.

        """
}
