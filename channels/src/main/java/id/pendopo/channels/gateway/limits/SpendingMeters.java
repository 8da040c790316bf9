package id.pendopo.channels.gateway.limits;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.gateway.accounts.AccountsChanged;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The metrics of spending: how much of today's ceiling each line has spent, 1 at the ceiling, 0 where there is none. */
@Component
final class SpendingMeters {

    private static final double WHOLE = 100;

    private final Spending spending;
    private final ChannelAccounts accounts;
    private final ObjectProvider<MeterRegistry> meters;

    SpendingMeters(Spending spending, ChannelAccounts accounts, ObjectProvider<MeterRegistry> meters) {
        this.spending = spending;
        this.accounts = accounts;
        this.meters = meters;
        register();
    }

    /** One that is there already stays. */
    @EventListener(AccountsChanged.class)
    void register() {
        meters.ifAvailable(all -> accounts.all().forEach(account -> gauge(account, all)));
    }

    private void gauge(ChannelAccount account, MeterRegistry registry) {
        Gauge.builder("pendopo.spending.share", spending, now -> now.percent(account.name()) / WHOLE)
                .tag("account", account.name())
                .description("of today's ceiling")
                .register(registry);
    }
}
