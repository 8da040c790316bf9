package id.pendopo.channels.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.texting.SmsText;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Screens: the response's body, one after the other as the citizen asks for more. */
class UssdSnapshotsTests extends LineSnapshots {

    private static final Address CITIZEN = new Address("line", "+6281234500011");

    /** The same in both languages. */
    private static final String MENU = "0. Menu";

    private final UssdAdapter adapter = new UssdAdapter(Clock.systemUTC(), CountryPack.chosen(), (_, _) -> Set.of());
    private final ChannelAccount account = new ChannelAccount(
            "line", UssdAdapter.KIND, new UssdProperties("rahasia", "", List.of(), "", URI.create("/")));

    @Override
    protected ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    protected Delivered deliver(Sample sample) {
        List<String> screens = screens(sample);
        return new Delivered(
                String.join("\n--\n", screens),
                String.join(
                        "\n",
                        screens.stream()
                                .map(screen -> screen.substring(4).replace(MENU, ""))
                                .toList()));
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        List<String> screens = screens(sample);
        assertThat(screens).allSatisfy(screen -> {
            assertThat(screen).containsPattern("^(CON|END) \\S");
            assertThat(SmsText.measure(screen).segments()).isEqualTo(1);
        });
        assertThat(screens.subList(0, screens.size() - 1)).allMatch(screen -> screen.startsWith("CON "));
        for (int i = 0; i < sample.choices().size(); i++) {
            assertThat(delivered.words()).contains(i + 1 + ". ");
        }
    }

    private List<String> screens(Sample sample) {
        List<String> screens = new ArrayList<>();
        List<Block> rest = sample.blocks();
        while (!rest.isEmpty()) {
            ChannelAccounts.Page page = adapter.page(account, sample.language(), rest);
            ChannelAdapter.Rendered shown = sample.to(CITIZEN, page.now());
            screens.add(new String(
                    adapter.render(account, new TurnAnswer(Optional.empty(), 1, List.of(shown)))
                            .body(),
                    StandardCharsets.UTF_8));
            rest = page.rest();
        }
        return screens;
    }
}
