package id.pendopo.conversation.cli;

import id.pendopo.channels.Block;
import java.util.ArrayList;
import java.util.List;

/** A message as somebody reads it on a kind of line: short texts and numbered choices where segments are paid for. */
final class PlainText {

    private final boolean brief;

    PlainText(String kind) {
        this.brief = kind.contains("sms") || kind.contains("ussd");
    }

    String of(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        blocks.forEach(block -> lines.addAll(lines(block)));
        return String.join("\n", lines);
    }

    private List<String> lines(Block block) {
        return switch (block) {
            case Block.Text text -> List.of(brief ? text.briefly() : text.text());
            case Block.Choices choices -> numbered(choices);
            case Block.Source source -> List.of("Sumber: " + source.title() + ", " + source.date());
            case Block.Link link -> List.of(link.label());
            case Block.Media media -> List.of(media.caption());
            case Block.LocationRequest ask -> brief ? List.of() : List.of(ask.prompt());
            case Block.HandoverNotice notice -> List.of(notice.text());
        };
    }

    private static List<String> numbered(Block.Choices choices) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < choices.choices().size(); i++) {
            lines.add((i + 1) + " " + choices.choices().get(i).label());
        }
        return lines;
    }
}
