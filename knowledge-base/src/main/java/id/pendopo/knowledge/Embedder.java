package id.pendopo.knowledge;

/**
 * Sentence embedding: turns a text into a vector so that texts of like meaning lie close together, in whatever
 * language. Any thread may ask.
 */
public interface Embedder {

    /** How many numbers a vector has; the same for every text. */
    int dimensions();

    /** A vector of length 1, or of zeros when nothing of the text means anything to it. */
    float[] embed(String text);

    /** The cosine of two such vectors, -1 to 1; 0 where one is of zeros. */
    static double likeness(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
