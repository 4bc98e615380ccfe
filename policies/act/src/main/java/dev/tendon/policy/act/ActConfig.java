/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.api.option.Alias;
import dev.tendon.api.option.ConfigException;
import dev.tendon.api.option.Default;
import dev.tendon.api.option.Describe;
import dev.tendon.api.option.NoEffect;
import dev.tendon.checkpoint.NormalizationMode;
import dev.tendon.checkpoint.PolicyFeature;
import dev.tendon.nn.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of ACT, and the whole of its config.json: LeRobot 0.6, {@code policies/act/configuration_act.py} and {@code configs/policies.py}. */
@Describe("Action chunking with transformers: predicts many actions at once")
record ActConfig(
        @Describe("Folder of the checkpoint, mostly …/pretrained_model") Optional<Path> pretrainedPath,
        @Describe("Observations that it looks at; ACT takes 1") @Default("1") int nObsSteps,
        @Describe("Actions that it predicts at once") @Default("100") int chunkSize,
        @Describe("Actions that are carried out before it predicts anew") @Default("100") int nActionSteps,
        @Describe("What it is given: type and shape by name") @Default("{}") Map<String, PolicyFeature> inputFeatures,
        @Describe("What it gives: type and shape by name") @Default("{}") Map<String, PolicyFeature> outputFeatures,
        @Describe("How each kind of feature is normalised")
                @Default("{VISUAL: MEAN_STD, STATE: MEAN_STD, ACTION: MEAN_STD}")
                Map<String, NormalizationMode> normalizationMapping,
        @Describe("Where it runs: cpu, cuda, cuda:N, or auto") Optional<String> device,
        @Describe(
                        "What it computes with: float32, or int8, which takes half the time and less and gives nearly the same actions; the first observation shows it the ranges")
                @Default("float32")
                Precision precision,
        @Describe("The network for pictures: resnet18, 34, 50, 101 or 152") @Default("resnet18") String visionBackbone,
        @Describe("Weights that it begins with in training, torchvision's name or a file; null: none")
                @Default("ResNet18_Weights.IMAGENET1K_V1")
                Optional<String> pretrainedBackboneWeights,
        @Describe("Keep the resolution of the last stage, from resnet50 on") @Default("false")
                boolean replaceFinalStrideWithDilation,
        @Describe("Normalise before attention and not after") @Default("false") boolean preNorm,
        @Describe("Width of the transformer") @Default("512") int dimModel,
        @Describe("Attention heads") @Default("8") int nHeads,
        @Describe("Width of a feed-forward layer") @Default("3200") int dimFeedforward,
        @Describe("What is between its two layers") @Default("relu") FeedForwardActivation feedforwardActivation,
        @Describe("Layers of the encoder") @Default("4") int nEncoderLayers,
        @Describe("Layers of the decoder") @Default("1") int nDecoderLayers,
        @Describe("Train it as a variational auto-encoder") @Default("true") boolean useVae,
        @Describe("Size of the latent") @Default("32") int latentDim,
        @Describe("Layers of the encoder that finds the latent in training") @Default("4") int nVaeEncoderLayers,
        @Describe(
                        "Weigh all predictions for a tick, exp(-c i); LeRobot's users take 0.01; needs --policy.n_action_steps=1")
                Optional<Double> temporalEnsembleCoeff,
        @Describe("Probability of dropping a value in training") @Default("0.1") double dropout,
        @Describe("Weight of the latent's divergence in the loss") @Default("10") double klWeight,
        @Describe("Learning rate") @Default("1e-5") double optimizerLr,
        @Describe("Weight decay") @Default("1e-4") double optimizerWeightDecay,
        @Describe("Learning rate of the network for pictures") @Default("1e-5") double optimizerLrBackbone,
        @Describe("Mixed precision") @Default("false") @NoEffect("Tendon computes in single precision") boolean useAmp,
        @Describe("Whether it was trained with adapters") @Default("false") boolean usePeft,
        @Describe("Upload it: not possible yet")
                @Default("false")
                @NoEffect("Tendon does not upload. Upload the folder with huggingface-cli upload")
                boolean pushToHub,
        @Describe("Its name on the Hub") Optional<String> repoId,
        @Describe("Whether it is private there") @Alias("private") Optional<Boolean> privateRepo,
        @Describe("Its tags there") Optional<List<String>> tags,
        @Describe("Its licence there") Optional<String> license,
        @Describe("Its revision there") Optional<String> pretrainedRevision) {
    ActConfig {
        List<String> mistakes = new ArrayList<>();
        if (nObsSteps != 1) {
            mistakes.add("n_obs_steps: ACT looks at 1 observation, not " + nObsSteps);
        }
        if (nActionSteps < 1 || nActionSteps > chunkSize) {
            mistakes.add("n_action_steps: " + nActionSteps + " is not from 1 to chunk_size, " + chunkSize);
        }
        if (temporalEnsembleCoeff.isPresent() && nActionSteps != 1) {
            mistakes.add(
                    "temporal_ensemble_coeff: a prediction at every tick is weighed, so n_action_steps must be 1, not "
                            + nActionSteps);
        }
        if (nHeads < 1 || dimModel < 1 || dimModel % nHeads != 0 || dimModel % 2 != 0) {
            mistakes.add("dim_model: " + dimModel + " must be even and fall to " + nHeads + " heads (n_heads) alike");
        }
        if (usePeft) {
            mistakes.add("use_peft: adapters are not known here. Merge them into the weights");
        }
        if (!mistakes.isEmpty()) {
            throw new ConfigException(String.join("\n", mistakes));
        }
    }

    /** The same for other inputs and outputs. */
    ActConfig withFeatures(Map<String, PolicyFeature> inputs, Map<String, PolicyFeature> outputs) {
        return new ActConfig(
                pretrainedPath,
                nObsSteps,
                chunkSize,
                nActionSteps,
                inputs,
                outputs,
                normalizationMapping,
                device,
                precision,
                visionBackbone,
                pretrainedBackboneWeights,
                replaceFinalStrideWithDilation,
                preNorm,
                dimModel,
                nHeads,
                dimFeedforward,
                feedforwardActivation,
                nEncoderLayers,
                nDecoderLayers,
                useVae,
                latentDim,
                nVaeEncoderLayers,
                temporalEnsembleCoeff,
                dropout,
                klWeight,
                optimizerLr,
                optimizerWeightDecay,
                optimizerLrBackbone,
                useAmp,
                usePeft,
                pushToHub,
                repoId,
                privateRepo,
                tags,
                license,
                pretrainedRevision);
    }
}
