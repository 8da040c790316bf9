package id.pendopo.channels.adapter;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import java.util.List;
import java.util.Locale;

/** A channel adapter that meters: a line that counts texts in its own way, pays by the segment or cuts long replies. */
public interface Metered {

    /** How a text is counted on this line. */
    ChannelAccounts.Meter meter(ChannelAccount account, String text);

    /** What the line can say at once of a reply, and what it keeps until the citizen asks for more. */
    default ChannelAccounts.Page page(ChannelAccount account, Locale language, List<Block> blocks) {
        return new ChannelAccounts.Page(blocks, List.of());
    }

    /** How many messages a whole reply is paid for as; 1 on a line that is free. */
    default int segments(ChannelAccount account, Locale language, List<Block> blocks) {
        return 1;
    }
}
