package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a message to its provider, or asks there what became of it. */
@Component
public final class ProviderSender {

    private static final Duration UNTIL_A_LINE_IS_BACK = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Addresses addresses;
    private final Inquiries inquiries;
    private final CircuitBreakers breakers;

    ProviderSender(Accounts accounts, Addresses addresses, Inquiries inquiries, CircuitBreakers breakers) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.inquiries = inquiries;
        this.breakers = breakers;
    }

    /** @throws Undelivered when the provider did not take it, or may not have taken it */
    public Accepted send(Dispatch dispatch) {
        Address to = dispatch.message().to();
        try {
            ConnectedAccount line = accounts.line(to.account())
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

    private Accepted send(ConnectedAccount line, Dispatch dispatch) throws SendFailed {
        Optional<Duration> pause = breakers.pause(line.name());
        if (pause.isPresent()) {
            throw new SendFailed(SendFailed.Outcome.RETRY, FailureDecision.PAUSED, pause);
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
