package id.pendopo.channels.gateway.limits;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The metrics of spending: how much of today's ceiling each line has spent, 1 at the ceiling, 0 where there is none. */
@Component
final class SpendingMeters {

    private static final double WHOLE = 100;

    SpendingMeters(Spending spending, ChannelAccounts accounts, ObjectProvider<MeterRegistry> meters) {
        meters.ifAvailable(all -> accounts.all().forEach(account -> gauge(account, spending, all)));
    }

    private static void gauge(ChannelAccount account, Spending spending, MeterRegistry meters) {
        Gauge.builder("pendopo.spending.share", spending, now -> now.percent(account.name()) / WHOLE)
                .tag("account", account.name())
                .description("of today's ceiling")
                .register(meters);
    }
}
