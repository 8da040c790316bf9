package id.pendopo.conversation.facts;

import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.TextClassifier;

/**
 * What makes sense of words.
 *
 * @param acts learned what kind of utterance a text is
 * @param categories learned what a complaint is about
 */
public record Understanding(
        KnowledgeBase knowledge, LanguageDetector languages, TextClassifier acts, TextClassifier categories) {}
