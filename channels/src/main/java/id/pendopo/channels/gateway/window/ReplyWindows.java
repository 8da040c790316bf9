package id.pendopo.channels.gateway.window;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.window.ReplyWindow;
import id.pendopo.channels.adapter.window.ReplyWindow.Standing;
import id.pendopo.channels.adapter.window.TextFallback;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.outbound.Addresses;
import id.pendopo.channels.gateway.outbound.Dispatch.Passage;
import id.pendopo.channels.gateway.outbound.Dispatch.Windows;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The routing of messages by reply window: free words while it is open, else an approved template, else a text message, else
 * a refusal that says what to do. A line without a window is asked nothing.
 */
@Component
public class ReplyWindows implements Windows, ChannelAccounts.ReplyWindows {

    private final Accounts accounts;
    private final LastMessages messages;
    private final MessageTemplates templates;
    private final Addresses addresses;
    private final Clock clock;

    ReplyWindows(
            Accounts accounts, LastMessages messages, MessageTemplates templates, Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.messages = messages;
        this.templates = templates;
        this.clock = clock;
    }

    /** What people wrote. */
    public interface LastMessages {

        /** When a person last wrote, by the provider's clock; empty when no message of theirs is kept (any more). */
        Optional<Instant> at(Address person);
    }

    @Override
    public Passage passage(OutboundMessage message, boolean told) {
        return line(message)
                .map(line -> passage(line, message, messages.at(message.to()), told))
                .orElse(Passage.FREE);
    }

    @Override
    public Optional<Outlook> outlook(OutboundMessage message) {
        return line(message).flatMap(line -> messages.at(message.to()).map(last -> outlook(line, message, last)));
    }

    private Outlook outlook(Windowed line, OutboundMessage message, Instant last) {
        Passage passage = passage(line, message, Optional.of(last), false);
        return new Outlook(
                last.plus(line.window().of(message.author())),
                passage.window().template().map(filled -> new Outlook.Template(filled.name(), filled.text())),
                passage.elsewhere(),
                passage.refusal());
    }

    private record Windowed(ConnectedAccount account, Capabilities.Window window) {}

    private Optional<Windowed> line(OutboundMessage message) {
        return accounts.connected(message.to().account())
                .flatMap(account ->
                        account.adapter().capabilities().window().map(window -> new Windowed(account, window)));
    }

    private Passage passage(Windowed line, OutboundMessage message, Optional<Instant> last, boolean told) {
        Standing standing = standing(line.window(), message.author(), last, told);
        ReplyWindow window = ReplyWindow.of(last, standing);
        return switch (standing) {
            case OPEN, AGENTS -> Passage.through(told, window);
            case CLOSED -> closed(line.account(), message, window, told);
        };
    }

    /** Where nobody knows when a person last wrote, the provider does, and says so. */
    private Standing standing(
            Capabilities.Window window, OutboundMessage.Author author, Optional<Instant> last, boolean told) {
        Instant now = clock.instant();
        if (!told && last.map(at -> now.isBefore(at.plus(window.anybody()))).orElse(true)) {
            return Standing.OPEN;
        }
        boolean longer = window.of(author).compareTo(window.anybody()) > 0;
        return longer && last.map(at -> now.isBefore(at.plus(window.agents()))).orElse(true)
                ? Standing.AGENTS
                : Standing.CLOSED;
    }

    private Passage closed(ConnectedAccount line, OutboundMessage message, ReplyWindow window, boolean told) {
        Optional<String> unwanted = addresses.refusal(message.to());
        if (unwanted.isPresent()) {
            // Nor by text message: whoever wants nothing is left in peace, and a number that was left is somebody
            // else's.
            return Passage.none(told, window, unwanted.get());
        }
        MessageTemplates.Choice choice = templates.choose(line, message);
        if (choice.filled().isPresent()) {
            return Passage.through(told, window.by(choice.filled().get()));
        }
        return line.as(TextFallback.class)
                .flatMap(other -> other.byText(line.account(), message.to(), accounts))
                .map(Passage::around)
                .orElseGet(() -> Passage.none(told, window, choice.refusal()));
    }
}
