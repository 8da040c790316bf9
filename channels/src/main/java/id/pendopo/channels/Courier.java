package id.pendopo.channels;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a message to its provider. */
@Component
final class Courier {

    private static final Duration UNTIL_A_LINE_IS_BACK = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Addresses addresses;

    Courier(Accounts accounts, Addresses addresses) {
        this.accounts = accounts;
        this.addresses = addresses;
    }

    /** @throws Undelivered when the provider did not take it, or may not have taken it */
    Accepted send(Dispatch dispatch) {
        Address to = dispatch.message().to();
        try {
            Line line = accounts.line(to.account())
                    .orElseThrow(() ->
                            new SendFailed(SendFailed.Outcome.RETRY, "line-off", Optional.of(UNTIL_A_LINE_IS_BACK)));
            if (addresses.isBlocked(to)) {
                throw new SendFailed(SendFailed.Outcome.PERMANENT, "blocked", Optional.empty());
            }
            ChannelAdapter.Rendered rendered = new ChannelAdapter.Rendered(dispatch.id(), dispatch.message());
            return new Accepted(dispatch, line.adapter().send(line.account(), rendered));
        } catch (SendFailed failure) {
            throw new Undelivered(dispatch, failure);
        }
    }
}
