package id.pendopo.channels.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PiecesTests {

    @Test
    void aShortTextIsOnePiece() {
        assertThat(Pieces.ofCharacters("satu dua", 8)).containsExactly("satu dua");
        assertThat(Pieces.ofBytes("", 8)).containsExactly("");
    }

    @Test
    void partsAtTheLastSpaceOrLineFeedThatFits() {
        assertThat(Pieces.ofCharacters("satu dua\ntiga empat", 10)).containsExactly("satu dua", "tiga empat");
        assertThat(Pieces.ofCharacters("satu dua tiga ", 8)).containsExactly("satu dua", "tiga");
    }

    @Test
    void keepsALineTogetherWhereItCan() {
        assertThat(Pieces.ofCharacters("1. Surat pindah\n2. Surat kematian", 25))
                .containsExactly("1. Surat pindah", "2. Surat kematian");
        assertThat(Pieces.ofCharacters("Halo\nsatu dua tiga empat", 20))
                .containsExactly("Halo\nsatu dua tiga", "empat");
    }

    @Test
    void aWordThatIsTooLongIsPartedBetweenCharacters() {
        assertThat(Pieces.ofCharacters("abcdefgh", 3)).containsExactly("abc", "def", "gh");
        assertThat(Pieces.ofCharacters("🙏🙏🙏", 2)).containsExactly("🙏🙏", "🙏");
    }

    @Test
    void countsBytesAndPartsNoCharacter() {
        String text = "é🙏🏽ü".repeat(300);

        List<String> pieces = Pieces.ofBytes(text, 1000);

        assertThat(String.join("", pieces)).isEqualTo(text);
        assertThat(pieces).hasSize(4).allSatisfy(piece -> {
            assertThat(piece.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1000);
            assertThat(piece).doesNotStartWith("🏽").doesNotEndWith("🙏");
        });
    }

    @Test
    void aCharacterOfManyIsPartedWhenItIsTooLongItself() {
        String one = "a" + "\u0301".repeat(10);

        assertThat(String.join("", Pieces.ofCharacters(one, 4))).isEqualTo(one);
    }
}
