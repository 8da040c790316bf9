package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.Limits;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends by the channel adapter: takes a message to its provider, or asks there what became of it. */
@Component
public final class ProviderSender {

    private static final Duration UNTIL_A_LINE_IS_BACK = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final Addresses addresses;
    private final Inquiries inquiries;
    private final CircuitBreakers breakers;
    private final Limits.ReplyPolicy policy;

    ProviderSender(
            Accounts accounts,
            Addresses addresses,
            Inquiries inquiries,
            CircuitBreakers breakers,
            Limits.ReplyPolicy policy) {
        this.policy = policy;
        this.accounts = accounts;
        this.addresses = addresses;
        this.inquiries = inquiries;
        this.breakers = breakers;
    }

    /** @throws Undelivered when the provider did not take it, or may not have taken it */
    public Accepted send(Dispatch dispatch) {
        Address to = dispatch.message().to();
        try {
            ConnectedAccount connected = accounts.connected(to.account())
                    .orElseThrow(() ->
                            new SendFailed(SendFailed.Outcome.RETRY, "line-off", Optional.of(UNTIL_A_LINE_IS_BACK)));
            if (dispatch.doubtSince().isPresent()) {
                return inquiries.ask(connected, dispatch);
            }
            Optional<String> refusal = addresses.refusal(to);
            if (refusal.isPresent()) {
                throw new SendFailed(SendFailed.Outcome.PERMANENT, refusal.get(), Optional.empty());
            }
            if (abroad(dispatch.message())) {
                throw new SendFailed(SendFailed.Outcome.PERMANENT, "country", Optional.empty());
            }
            return send(connected, dispatch);
        } catch (SendFailed failure) {
            throw new Undelivered(dispatch, failure);
        }
    }

    /** The assistant's own words were judged when they were said: those of danger go everywhere. */
    private boolean abroad(OutboundMessage message) {
        return message.author() != OutboundMessage.Author.BOT
                && policy.of(message.to()) == Limits.ReplyPolicy.Verdict.COUNTRY;
    }

    private Accepted send(ConnectedAccount connected, Dispatch dispatch) throws SendFailed {
        Optional<String> refusal = dispatch.passage().refusal();
        if (refusal.isPresent()) {
            throw new SendFailed(SendFailed.Outcome.PERMANENT, refusal.get(), Optional.empty());
        }
        Optional<Duration> pause = breakers.pause(connected.name());
        if (pause.isPresent()) {
            throw new SendFailed(SendFailed.Outcome.RETRY, FailureDecision.PAUSED, pause);
        }
        boolean answered = true;
        try {
            ChannelAdapter.Rendered rendered = new ChannelAdapter.Rendered(
                    dispatch.id(),
                    dispatch.message(),
                    dispatch.replyHandle(),
                    dispatch.passage().window());
            return new Accepted(dispatch, connected.adapter().send(connected.account(), rendered));
        } catch (SendFailed failure) {
            answered = switch (failure.outcome()) {
                case PERMANENT, BLOCKED, PERSON_LIMITED, WINDOW_CLOSED -> true;
                case LIMITED -> !breakers.limited(connected.name(), dispatch.message(), failure);
                case RETRY, UNKNOWN, LINE_LIMITED -> false;
            };
            if (!answered) {
                breakers.failed(connected.name(), failure);
            }
            throw failure;
        } finally {
            if (answered) {
                breakers.answered(connected.name());
            }
        }
    }
}
