package id.pendopo.channels.gateway.limits.pages;

import id.pendopo.channels.gateway.limits.LineTerms;
import java.math.BigDecimal;

/** The form of a line's terms, as typed. */
record TermsForm(String price, String ceiling, String countries, String abroad) {

    private static final int LONGEST = 12;

    static TermsForm of(LineTerms terms) {
        return new TermsForm(text(terms.price()), text(terms.ceiling()), terms.countryList(), terms.priceList());
    }

    /** @throws IllegalArgumentException something is no amount or no country */
    LineTerms terms() {
        return new LineTerms(amount(price), amount(ceiling), LineTerms.countries(countries), LineTerms.prices(abroad));
    }

    /**
     * An amount; nothing is 0. A comma is a decimal one.
     *
     * @throws IllegalArgumentException it is none, or too long to be one
     */
    static BigDecimal amount(String typed) {
        String plain = typed.strip().replace(',', '.');
        if (plain.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (plain.length() > LONGEST || !plain.matches("\\d+(\\.\\d{1,4})?")) {
            throw new IllegalArgumentException("no amount");
        }
        return new BigDecimal(plain);
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "" : amount.stripTrailingZeros().toPlainString();
    }
}
