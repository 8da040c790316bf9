package id.pendopo.channels.gateway.limits;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The terms of a channel account: what a unit costs, and how far it may be used. Amounts are in the currency of the
 * provider's bill.
 *
 * @param price of a segment, a message or a begun minute, whichever the line is paid by; 0: nothing is counted
 * @param ceiling what may be spent on one day of the desk's clock; 0: no end
 * @param countries to which the line writes, as ISO 3166 has them; empty: all
 * @param abroad prices to countries where a unit costs something else
 */
public record LineTerms(BigDecimal price, BigDecimal ceiling, Set<String> countries, Map<String, BigDecimal> abroad) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    public static final LineTerms NONE = new LineTerms(BigDecimal.ZERO, BigDecimal.ZERO, Set.of(), Map.of());

    public LineTerms {
        countries = Set.copyOf(countries);
        abroad = Map.copyOf(abroad);
        if (price.signum() < 0
                || ceiling.signum() < 0
                || abroad.values().stream().anyMatch(amount -> amount.signum() < 0)) {
            throw new IllegalArgumentException("an amount is 0 or more");
        }
        if (!KNOWN.containsAll(countries) || !KNOWN.containsAll(abroad.keySet())) {
            throw new IllegalArgumentException("a country is one of ISO 3166");
        }
    }

    /** @param country empty where the address is no telephone number */
    BigDecimal price(String country) {
        return abroad.getOrDefault(country, price);
    }

    boolean counts() {
        return price.signum() > 0 || abroad.values().stream().anyMatch(amount -> amount.signum() > 0);
    }

    /** {@code MY, SG}. */
    public String countryList() {
        return String.join(", ", new TreeSet<>(countries));
    }

    /** {@code MY=900, SG=1200}. */
    public String priceList() {
        return new TreeMap<>(abroad)
                .entrySet().stream()
                        .map(price -> price.getKey() + "="
                                + price.getValue().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException something in the list is no country */
    public static Set<String> countries(String list) {
        return parts(list).collect(Collectors.toSet());
    }

    /** @throws IllegalArgumentException something in the list is no country with an amount behind an equals sign */
    public static Map<String, BigDecimal> prices(String list) {
        Map<String, BigDecimal> prices = new TreeMap<>();
        parts(list).forEach(part -> {
            String[] pair = part.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException("a price is a country, an equals sign and an amount");
            }
            prices.put(pair[0].strip(), new BigDecimal(pair[1].strip()));
        });
        return prices;
    }

    private static Stream<String> parts(String list) {
        return Arrays.stream(list.split("[,;\\n]"))
                .map(part -> part.strip().toUpperCase(Locale.ROOT))
                .filter(part -> !part.isEmpty());
    }
}
