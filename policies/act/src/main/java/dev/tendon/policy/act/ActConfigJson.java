/*
 * Copyright 2026 the Tendon authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.tendon.policy.act;

import dev.tendon.checkpoint.PolicyFeature;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The config.json of ACT, all options in LeRobot's order: 0.6, {@code configs/policies.py}, {@code policies/act/configuration_act.py}. */
final class ActConfigJson {
    private ActConfigJson() {}

    /**
     * The file's content.
     *
     * @param device where it was trained
     */
    static Map<String, Object> of(ActConfig config, String device) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "act");
        json.put("n_obs_steps", config.nObsSteps());
        json.put("input_features", PolicyFeature.plain(config.inputFeatures()));
        json.put("output_features", PolicyFeature.plain(config.outputFeatures()));
        json.put("device", device);
        json.put("use_amp", config.useAmp());
        json.put("use_peft", config.usePeft());
        json.put("push_to_hub", false); // else LeRobot, going on with it, would ask where to
        put(json, "repo_id", config.repoId());
        put(json, "private", config.privateRepo());
        put(json, "tags", config.tags());
        put(json, "license", config.license());
        put(json, "pretrained_path", config.pretrainedPath().map(Object::toString));
        put(json, "pretrained_revision", config.pretrainedRevision());
        json.put("chunk_size", config.chunkSize());
        json.put("n_action_steps", config.nActionSteps());
        Map<String, Object> modes = new LinkedHashMap<>();
        config.normalizationMapping().forEach((kind, mode) -> modes.put(kind, mode.name()));
        json.put("normalization_mapping", modes);
        json.put("vision_backbone", config.visionBackbone());
        // a file is of this machine only; LeRobot knows torchvision's names
        put(
                json,
                "pretrained_backbone_weights",
                config.pretrainedBackboneWeights().filter(name -> name.contains("_Weights.")));
        json.put("replace_final_stride_with_dilation", config.replaceFinalStrideWithDilation());
        json.put("pre_norm", config.preNorm());
        json.put("dim_model", config.dimModel());
        json.put("n_heads", config.nHeads());
        json.put("dim_feedforward", config.dimFeedforward());
        json.put("feedforward_activation", config.feedforwardActivation().name().toLowerCase(Locale.ROOT));
        json.put("n_encoder_layers", config.nEncoderLayers());
        json.put("n_decoder_layers", config.nDecoderLayers());
        json.put("use_vae", config.useVae());
        json.put("latent_dim", config.latentDim());
        json.put("n_vae_encoder_layers", config.nVaeEncoderLayers());
        put(json, "temporal_ensemble_coeff", config.temporalEnsembleCoeff());
        json.put("dropout", config.dropout());
        json.put("kl_weight", config.klWeight());
        json.put("optimizer_lr", config.optimizerLr());
        json.put("optimizer_weight_decay", config.optimizerWeightDecay());
        json.put("optimizer_lr_backbone", config.optimizerLrBackbone());
        return json;
    }

    private static void put(Map<String, Object> json, String name, Optional<?> value) {
        json.put(name, value.orElse(null));
    }
}
