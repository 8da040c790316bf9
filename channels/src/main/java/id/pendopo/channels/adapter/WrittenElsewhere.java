package id.pendopo.channels.adapter;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import java.util.Optional;

/** A channel adapter that forwards what is written: a line that is only heard, whose people are written to on another one. */
public interface WrittenElsewhere {

    /**
     * Where a person of this line can be written to; a caller by text message, when the number can have one.
     *
     * @param lines every line that is switched on
     */
    Optional<Address> written(ChannelAccount account, Address person, ChannelAccounts lines);
}
