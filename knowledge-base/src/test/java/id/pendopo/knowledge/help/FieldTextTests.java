package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.help.FieldText.Block;
import id.pendopo.knowledge.help.FieldText.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTextTests {

    @Test
    void keepsAListAmongSentencesAList() {
        assertThat(FieldText.of("""
                        Iuran per bulan:
                        - Kelas 1: Rp150.000
                        - Kelas 2: Rp100.000

                        Pastikan sebelum membayar.
                        """).blocks())
                .containsExactly(
                        new Block(Shape.TEXT, List.of("Iuran per bulan:")),
                        new Block(Shape.LIST, List.of("Kelas 1: Rp150.000", "Kelas 2: Rp100.000")),
                        new Block(Shape.TEXT, List.of("Pastikan sebelum membayar.")));
    }

    @Test
    void stepsLoseTheirNumbersOnce() {
        assertThat(FieldText.of("1. Datang ke loket 3.\n2. 2 lembar formulir diisi.")
                        .blocks())
                .containsExactly(new Block(Shape.STEPS, List.of("Datang ke loket 3.", "2 lembar formulir diisi.")));
    }

    @Test
    void aDashWithinASentenceIsNoBullet() {
        assertThat(FieldText.of("Senin - Jumat").blocks())
                .containsExactly(new Block(Shape.TEXT, List.of("Senin - Jumat")));
        assertThat(FieldText.of(" \n ").blocks()).isEmpty();
    }
}
