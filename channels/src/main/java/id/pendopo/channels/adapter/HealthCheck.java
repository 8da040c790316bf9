package id.pendopo.channels.adapter;

import id.pendopo.channels.ChannelAccount;
import java.util.List;

/** A channel adapter that can ask its provider how an account fares, without writing to anybody. */
public interface HealthCheck {

    /**
     * Asks the provider with the account's own credentials.
     *
     * @return what it said of the account, the name first; empty when it said no more than yes
     * @throws SendFailed with the provider's code: the credentials are wrong, the account is blocked, nobody answers
     */
    List<Fact> health(ChannelAccount account) throws SendFailed;

    /**
     * What a provider says of an account.
     *
     * @param value as the provider has it; of {@link Kind#EXPIRES} an instant in ISO 8601
     */
    record Fact(Kind kind, String value) {

        /** Of what it speaks. */
        public enum Kind {
            /** What people see: a number, a page's or bot's name. */
            NAME,
            /** The provider's word for the account's state. */
            STATUS,
            /** How people rate what the account sends. */
            QUALITY,
            /** How much may be sent. */
            LIMIT,
            /** When the credentials end. */
            EXPIRES
        }
    }
}
