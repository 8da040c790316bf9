package id.pendopo.conversation.cli;

import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import java.util.ArrayList;
import java.util.List;

/** A message as somebody has it on a kind of line: short texts where segments are paid for, spoken ones in a call. */
final class PlainText {

    private final boolean brief;
    private final boolean spoken;

    PlainText(Family family) {
        this.brief = family.brief();
        this.spoken = family.spoken();
    }

    String of(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        blocks.forEach(block -> lines.addAll(lines(block)));
        return String.join("\n", lines);
    }

    private List<String> lines(Block block) {
        return switch (block) {
            case Block.Text text -> List.of(brief ? text.briefly() : spoken ? text.aloud() : text.text());
            case Block.Choices choices -> numbered(choices);
            case Block.Source source -> List.of("Sumber: " + source.title() + ", " + source.date());
            case Block.Link link -> List.of(link.label());
            case Block.Media media -> List.of(media.caption());
            case Block.LocationRequest ask -> brief || spoken ? List.of() : List.of(ask.prompt());
            case Block.HandoverNotice notice -> List.of(notice.text());
            case Block.CallStep step -> List.of(step.text());
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
