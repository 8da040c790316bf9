package id.pendopo.channels.gateway.limits;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What left on a channel account on one day.
 *
 * @param units segments, messages or begun minutes
 * @param raised by how much the ceiling was raised for the day
 */
public record Spent(long units, BigDecimal cost, BigDecimal raised) {

    static final Spent NOTHING = new Spent(0, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Spent plus(Spent more) {
        return new Spent(units + more.units, cost.add(more.cost), raised.add(more.raised));
    }

    /** How much of the day's ceiling is spent, in whole hundredths; 0 where there is no ceiling. */
    int percent(LineTerms terms) {
        if (terms.ceiling().signum() == 0) {
            return 0;
        }
        BigDecimal most = terms.ceiling().add(raised);
        return cost.multiply(HUNDRED).divide(most, 0, RoundingMode.DOWN).intValue();
    }
}
