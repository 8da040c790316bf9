package id.pendopo.conversation;

import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccounts;

/** The lines that tests of the conversation name: those that there are. */
public final class TestKinds {

    public static final ChannelAccounts.Kinds ALL =
            ChannelAccounts.Bundled.load().kinds();
    public static final Capabilities WEB = ALL.named("web");
    public static final Capabilities SMS = ALL.named("sms");
    public static final Capabilities VOICE = ALL.named("voice");

    private TestKinds() {}
}
