package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.window.MessageTemplate;
import java.util.List;
import java.util.Optional;

/** A channel adapter whose provider lets approved templates begin again once the reply window has closed. */
public interface Templated {

    /**
     * The account's templates as they are now: those that the provider keeps, or those of the settings where it cannot be
     * asked; none where nothing is set up for them.
     *
     * @throws SendFailed when the provider cannot be asked now
     */
    List<MessageTemplate> templates(ChannelAccount account) throws SendFailed;

    /** The name of the template that carries what the desk has to say; empty when the settings name none. */
    Optional<String> replyTemplate(ChannelAccount account);

    /** A whole message as one text. */
    String asText(OutboundMessage message);
}
