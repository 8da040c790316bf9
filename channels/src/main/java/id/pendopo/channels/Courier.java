package id.pendopo.channels;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a message to its provider, or asks there what became of it. */
@Component
final class Courier {

    private static final Duration UNTIL_A_LINE_IS_BACK = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Addresses addresses;
    private final Inquiries inquiries;
    private final Breakers breakers;

    Courier(Accounts accounts, Addresses addresses, Inquiries inquiries, Breakers breakers) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.inquiries = inquiries;
        this.breakers = breakers;
    }

    /** @throws Undelivered when the provider did not take it, or may not have taken it */
    Accepted send(Dispatch dispatch) {
        Address to = dispatch.message().to();
        try {
            Line line = accounts.line(to.account())
                    .orElseThrow(() ->
                            new SendFailed(SendFailed.Outcome.RETRY, "line-off", Optional.of(UNTIL_A_LINE_IS_BACK)));
            if (dispatch.doubtSince().isPresent()) {
                return inquiries.ask(line, dispatch);
            }
            if (addresses.isBlocked(to)) {
                throw new SendFailed(SendFailed.Outcome.PERMANENT, "blocked", Optional.empty());
            }
            return send(line, dispatch);
        } catch (SendFailed failure) {
            throw new Undelivered(dispatch, failure);
        }
    }

    private Accepted send(Line line, Dispatch dispatch) throws SendFailed {
        Optional<Duration> pause = breakers.pause(line.name());
        if (pause.isPresent()) {
            throw new SendFailed(SendFailed.Outcome.RETRY, Verdict.PAUSED, pause);
        }
        boolean answered = true;
        try {
            ChannelAdapter.Rendered rendered = new ChannelAdapter.Rendered(dispatch.id(), dispatch.message());
            return new Accepted(dispatch, line.adapter().send(line.account(), rendered));
        } catch (SendFailed failure) {
            answered = switch (failure.outcome()) {
                case PERMANENT, BLOCKED -> true;
                case RETRY, UNKNOWN -> false;
            };
            if (!answered) {
                breakers.failed(line.name(), failure);
            }
            throw failure;
        } finally {
            if (answered) {
                breakers.answered(line.name());
            }
        }
    }
}
