package id.pendopo.channels.adapter.window;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import java.util.Optional;

/** A channel adapter some of whose people have a telephone number, so that a text message reaches them as well. */
public interface TextFallback {

    /**
     * The person's address on the line for text messages that the settings name.
     *
     * @return empty when they name none that is on, or the number takes no text messages
     */
    Optional<Address> byText(ChannelAccount account, Address person, ChannelAccounts lines);
}
